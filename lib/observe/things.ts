import type { Need, Report } from "./read-candidates";

/** Something to see: a behaviour of one person, or of the members of a team. */
export type Thing = { key: string; subject: string; people: Report[]; team: string | null; need: Need };

/** One thing to see for each person and behaviour, and one for each team and behaviour that a team does together. */
export function thingsOf(reports: readonly Report[], needs: readonly Need[]): Thing[] {
  const reportOf = new Map(reports.map((report) => [report.personId, report]));
  const things = new Map<string, Thing>();
  for (const need of needs) {
    const report = reportOf.get(need.personId);
    if (!report) continue;
    const team = need.ofTeam ? report.teamId : null;
    const subject = team ?? need.personId;
    const key = `${subject} ${need.behaviourId}`;
    const thing = things.get(key) ?? { key, subject, people: [], team: team && report.team, need };
    const critical = thing.need.critical || need.critical;
    things.set(key, { ...thing, need: { ...thing.need, critical }, people: [...thing.people, report] });
  }
  return [...things.values()];
}

export type About = { personId: string; behaviourId: string };
export const isOf = (fact: About, person: Report, { need }: Thing) =>
  fact.personId === person.personId && fact.behaviourId === need.behaviourId;
