import { FactsTable } from "@/components/ui/facts-table";
import { Empty, Withheld } from "@/components/ui/states";
import type { Formats } from "@/lib/format/formats";
import { regularSupport, type SupportLevel } from "@/lib/metrics/manager-support";
import type { TeamSupport } from "@/lib/team/read-support-page";
import type { SupportFigure } from "@/lib/team/support/read-by-support";

const levelWords: Record<SupportLevel, string> = { none: "None logged", some: "Some", regular: "Regular" };

/** What the viewer did themselves, in words. */
export function OwnSupportLevel({ own, formats }: { own: TeamSupport["own"]; formats: Formats }) {
  if (!own) return null;
  const perMonth = own.personMonths > 0 ? own.actions / own.personMonths : 0;
  return (
    <p className="mb-4 max-w-prose">
      You logged {own.actions === 1 ? "one action" : `${formats.number(own.actions)} actions`} in the last three months,{" "}
      {formats.number(perMonth, { decimals: 2 })} for each direct report and month:{" "}
      <b>{levelWords[own.level].toLowerCase()}</b>. Regular is {formats.number(regularSupport)} or more, one for
      everybody every two months.
    </p>
  );
}

/** Engagement and applied skill by how much managers did. */
export function SupportLevels({ bySupport, formats }: { bySupport: TeamSupport["bySupport"]; formats: Formats }) {
  if (!bySupport) return <Empty title="There is no whole quarter of data yet" />;
  const { groups, period, minimum } = bySupport;
  if (groups.length === 0) return <Empty title="Nobody of your line was employed in that quarter" />;
  if (groups.every(({ withheld }) => withheld)) {
    return (
      <Withheld
        minimum={minimum}
        why={`Nothing to compare in your line: it takes two levels of support with at least ${minimum} people and two managers each, so that no level is somebody's own record.`}
      />
    );
  }
  const figure = (found: SupportFigure | null, withheld: boolean) => {
    if (withheld) return "withheld";
    if (!found) return "not known";
    const value = formats.percent(found.value, { decimals: 0 });
    return found.interval ? `${value} ${formats.interval(found.interval, "share")}` : value;
  };
  return (
    <>
      <FactsTable
        caption={`Your line in ${formats.period(period.grain, period.start)}, by what each one's manager logged`}
        columns={[
          { id: "level", header: "Support" },
          { id: "people", header: "People", align: "end" },
          { id: "managers", header: "Managers", align: "end", wide: true },
          { id: "engaged", header: "Used learning", align: "end" },
          { id: "applied", header: "Needed skills seen applied", align: "end" },
        ]}
        rows={groups.map(({ level, people, managers, withheld, engaged, applied }) => ({
          id: level,
          cells: {
            level: levelWords[level],
            people: people === null ? `withheld` : formats.number(people),
            managers: managers === null ? null : formats.number(managers),
            engaged: figure(engaged, withheld),
            applied: figure(applied, withheld),
          },
        }))}
      />
      <p className="mt-2 max-w-prose text-table text-ink-2">
        95% intervals. Groups of fewer than {minimum} people or two managers are withheld, and the next one with them
        where the rest would tell. What goes together need not be cause: who supports more may lead other work or other
        people.
      </p>
    </>
  );
}
