/** Everything stored about one person, as they may see it themselves. */
export type OwnRecord = {
  employeeId: string;
  name: string | null;
  email: string | null;
  hireDate: string | null;
  exitDate: string | null;
  attributes: Record<string, string | number>;
  places: {
    from: string;
    /** The first day they were elsewhere; null while it lasts. */
    until: string | null;
    unit: string | null;
    site: string | null;
    team: string | null;
    role: string | null;
    manager: string | null;
  }[];
  learning: { count: number; latest: { at: Date; activity: string; verb: string; success: boolean | null }[] };
  observations: { count: number; latest: { at: Date; behaviour: string; level: number; source: string }[] };
  kpis: { name: string; unit: string | null; count: number; endsOn: string; value: number | null }[];
  work: { count: number; latest: Date | null };
  certifications: { skill: string; certifiedOn: string }[];
  arms: { initiative: string; arm: string; assigned: string | null; exposedOn: string | null }[];
  surveyAnswers: number;
};

/** Looks of one person on one day by one action; `where` is the page, where the row says it. */
export type Look = { at: Date; actor: string | null; action: string; where: string | null; times: number };

export type OwnPage = {
  user: { name: string; email: string; since: Date; roles: string[] };
  /** Null for somebody who signs in without being in the people file. */
  record: OwnRecord | null;
  /** Who looked at or changed something about them; newest first. */
  looks: Look[];
};
