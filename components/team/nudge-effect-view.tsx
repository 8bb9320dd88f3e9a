import { FactsTable } from "@/components/ui/facts-table";
import { Empty, TooEarly } from "@/components/ui/states";
import type { Formats } from "@/lib/format/formats";
import { followedDays, type NudgeEffect } from "@/lib/team/nudges/nudge-effect";

/** What nudges did in the whole organisation: shown against held back. */
export function NudgeEffectView({ effect, formats }: { effect: NudgeEffect; formats: Formats }) {
  if (effect.kind === "off") {
    return (
      <Empty title="Not measured: no nudge is held back">
        Without a comparison nobody can say what nudges do. The share held back is set in the rules of evidence.
      </Empty>
    );
  }
  if (effect.kind === "too-early") {
    return (
      <TooEarly
        until={`${formats.number(effect.least)} weeks of at least ${formats.number(effect.people)} people are followed on each side`}
        why={`Each is followed for ${followedDays} days: so far ${formats.number(effect.followed)}, shown and held back, all teams together.`}
      />
    );
  }
  const percent = (value: number) => formats.percent(value, { decimals: 0 });
  const rows = [
    { id: "learned", what: `Learned within ${followedDays} days`, found: effect.learned },
    { id: "applied", what: `Seen at work at level 3 or above within ${followedDays} days`, found: effect.applied },
  ];
  return (
    <FactsTable
      caption={`Weeks of people: ${formats.number(effect.people.shown)} with nudges shown, ${formats.number(effect.people.heldOut)} held back by lot; all teams, whole weeks. Difference with 95% interval (Newcombe).`}
      columns={[
        { id: "what", header: "Outcome" },
        { id: "shown", header: "Shown", align: "end" },
        { id: "heldOut", header: "Held back", align: "end" },
        { id: "difference", header: "Difference", align: "end" },
      ]}
      rows={rows.map(({ id, what, found }) => ({
        id,
        cells: {
          what,
          shown: percent(found.shown),
          heldOut: percent(found.heldOut),
          difference: `${formats.points(found.difference, { signed: true, decimals: 0 })} ${formats.interval(found.interval, "share")}`,
        },
      }))}
    />
  );
}
