import { type GivenOrganisation, givenData } from "./factory";

const months = ["2026-05-31", "2026-06-30", "2026-07-31", "2026-08-31", "2026-09-30", "2026-10-31"];
export const wizardToday = "2026-11-22";

/** Twelve teams of six on two sites, all of one role; an error rate, lower is better, over six months. */
export const wizardPeople = Array.from({ length: 72 }, (_, at) => ({
  id: `E${String(at).padStart(2, "0")}`,
  team: `Team ${String(Math.floor(at / 6)).padStart(2, "0")}`,
  site: at < 36 ? "Lyon" : "Poznan",
  values: months.map(
    (_, month) => 10 + Math.floor(at / 6) * 0.5 + ((at * 7) % 11) * 0.4 + ((at * 5 + month * 3) % 7) * 0.3,
  ),
}));

/** An organisation small enough to work its figures by hand. */
export function givenWizard(): Promise<GivenOrganisation> {
  return givenData({
    "people.csv": lines(
      "employee_id,name,role,unit,site,team,hire_date",
      ...wizardPeople.map(({ id, team, site }) => `${id},Name ${id},Clerk,Works / Office,${site},${team},2020-01-01`),
      "BOSS,Boss,Manager,Works / Office,Lyon,,2020-01-01",
    ),
    "kpis.csv": lines(
      "kpi,name,layer,unit,direction,kind,value_per_unit,currency",
      "errors,Errors,in_work,errors per 100,down,sum,3,EUR",
      "revenue,Revenue,business,EUR,up,sum,,",
      "weather,Weather,leading,degrees,up,mean,,",
    ),
    "kpi.csv": lines(
      "kpi,date,employee_id,value",
      ...wizardPeople.flatMap(({ id, values }) => values.map((value, at) => `errors,${months[at]},${id},${value}`)),
    ),
  });
}

const lines = (...rows: string[]) => `${rows.join("\n")}\n`;
