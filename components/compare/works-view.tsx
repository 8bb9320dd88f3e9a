import { AwaitsData } from "@/components/shell/awaits-data";
import { DataTable } from "@/components/ui/data-table";
import { GradeMark } from "@/components/ui/grade-mark";
import { Section } from "@/components/ui/section";
import { Empty, Withheld } from "@/components/ui/states";
import type { Cell, Row } from "@/components/ui/table-types";
import type { Viewer } from "@/lib/access/viewer";
import type { ToolKind } from "@/lib/compare/input";
import type { ToolEffect, Works } from "@/lib/compare/works";
import type { Formats } from "@/lib/format/formats";
import { codeName } from "./group-choice";
import { SelfSelected } from "./self-selected";
import { withheldWords } from "./withheld-words";

const words: Record<ToolKind, { one: string; many: string }> = {
  activity: { one: "Activity", many: "activities" },
  format: { one: "Format", many: "formats" },
  surface: { one: "Tool", many: "tools" },
};

/** What went with more growth in which skill, pulled towards the mean of all by how little is known of each. */
export function WorksView({ found, roles, formats }: { found: Works; roles: Viewer["roles"]; formats: Formats }) {
  if (found.kind === "empty")
    return (
      <AwaitsData roles={roles} title="There is nothing to show yet">
        It takes observations.csv, activities.csv and learning_events.csv.
      </AwaitsData>
    );
  if (found.kind === "withheld")
    return (
      <Withheld minimum={found.minimum} why={`The people of this scope: ${withheldWords(found.why, found.minimum)}`} />
    );
  const { effects, pool, by, minimum } = found;
  const { one, many } = words[by];
  const rows = effects.map((effect) =>
    rowOf(by === "format" ? { ...effect, item: codeName(effect.item) } : effect, formats, minimum),
  );
  const clear = effects.filter(({ state }) => state.kind === "compared" && state.stands !== "not-distinguishable");
  if (effects.length === 0)
    return (
      <Empty title={`No ${one.toLowerCase()} can be compared yet`}>
        It takes an activity that names its skill (activities.csv), people who used it, and ratings by others before and
        after. {found.scope}: {formats.number(found.people)} people were rated by others in two months or more.
      </Empty>
    );
  const compared = effects.filter(({ state }) => state.kind === "compared");
  return (
    <>
      <Section title="In words">
        <p className="mb-2">
          <GradeMark grade="D" />
        </p>
        <p className="max-w-prose text-lead" data-testid="works-answer">
          {answerOf(compared.length, clear, many)}
        </p>
        <SelfSelected>
          An association: people chose what they used, or were sent to it because of where they stood. It says where to
          look, not what to buy.
        </SelfSelected>
      </Section>
      <Section
        title={`Which ${many} went with growth in which skill`}
        id="works"
        lead={
          <>
            {found.scope}, {formats.month(found.window.start)} to{" "}
            {formats.month(new Date(Date.parse(found.window.end) - 86_400_000))}, {formats.number(found.people)} people
            rated by others in two months or more. Levels a quarter of those who used it before the later rating, less
            those of people rated in the same skill who did not.
          </>
        }
      >
        <DataTable
          id="works"
          caption={`${one} by skill`}
          hideCaption
          csv={`what-works-by-${by}.csv`}
          filter
          columns={[
            { id: "skill", header: "Skill" },
            { id: "item", header: one },
            { id: "shrunken", header: "Levels a quarter, shrunken (95% interval)", align: "end" },
            { id: "stands", header: "Against the mean of all" },
            { id: "raw", header: "As it is", align: "end", wide: true },
            { id: "pull", header: "Pulled in", align: "end", wide: true },
            { id: "users", header: "Used it", align: "end", wide: true },
            { id: "others", header: "Did not", align: "end", wide: true },
          ]}
          rows={rows}
        />
        <ul className="mt-3 max-w-prose list-disc pl-4 text-caption text-ink-3">
          <li>
            {pool
              ? `Shrunken by empirical Bayes (Morris 1983) towards the mean of all ${formats.number(pool.effects)} effects, ${formats.number(pool.mean, { decimals: 2, signed: true })} levels a quarter; beyond chance they differ by ${formats.number(pool.spread, { decimals: 2 })} (standard deviation). “Pulled in” is how far: 100% means that nothing of its own was left.`
              : "Under four effects can be compared, so none is shrunken; read each with its interval."}
          </li>
          <li>
            Where the shrunken interval holds the mean of all, it is not distinguishable: do not rank what is not.
          </li>
          <li>With under {minimum} people on a side nothing is shown.</li>
          {found.unnamed > 0 ? (
            <li>
              {formats.number(found.unnamed)} activities name no skill in activities.csv, so nothing can be said of
              them.
            </li>
          ) : null}
        </ul>
      </Section>
    </>
  );
}

function answerOf(compared: number, clear: readonly ToolEffect[], many: string): string {
  if (compared === 0) return `No ${many} can be compared yet.`;
  if (clear.length === 0)
    return `None of the ${compared} ${many} and skills compared can be told apart from the mean of all.`;
  const named = clear
    .slice(0, 3)
    .map(
      ({ item, skill, state }) => `“${item}” for ${skill} (${state.kind === "compared" ? state.stands : ""} the mean)`,
    );
  const more = clear.length > 3 ? ` and ${clear.length - 3} more` : "";
  return `Of ${compared} ${many} and skills compared, ${clear.length} stand${clear.length === 1 ? "s" : ""} out from the mean of all: ${named.join(", ")}${more}.`;
}

function rowOf({ skill, item, state }: ToolEffect, formats: Formats, minimum: number): Row {
  const amount = (value: number, interval: readonly [number, number]): Cell => ({
    text: `${formats.number(value, { decimals: 2, signed: true })} ${formats.interval([interval[0], interval[1]], "levels")}`,
    sort: value,
  });
  const base = { skill, item };
  const id = `${skill} ${item}`;
  if (state.kind === "withheld")
    return { id, cells: { ...base, shrunken: { text: `Withheld: under ${minimum} people on a side`, sort: null } } };
  if (state.kind === "not-estimable")
    return { id, cells: { ...base, shrunken: { text: "Cannot be estimated", sort: null } } };
  if (state.kind === "before-after")
    return {
      id,
      cells: {
        ...base,
        shrunken: { text: "No comparison", sort: null },
        stands: "Everybody rated used it: before and after only",
        raw: amount(state.value, state.interval),
        users: state.users,
        others: 0,
      },
    };
  return {
    id,
    cells: {
      ...base,
      shrunken: state.shrunken
        ? amount(state.shrunken.value, state.shrunken.interval)
        : amount(state.estimate, state.interval),
      stands: stands[state.stands],
      raw: amount(state.estimate, state.interval),
      pull: state.shrunken
        ? { text: formats.percent(state.shrunken.pull, { decimals: 0 }), sort: state.shrunken.pull }
        : null,
      users: { text: formats.number(state.users), sort: state.users },
      others: { text: formats.number(state.others), sort: state.others },
    },
  };
}

const stands = { above: "Above", below: "Below", "not-distinguishable": "Not distinguishable" } as const;
