import type { CertifiedApplied, FigureState } from "@/lib/scorecard/scorecard";
import type { CertifiedSeen, Diagnosis } from "./diagnose";

/** A role, or a role at one site. */
export type CertifiedPlace = {
  id: string;
  label: string;
  people: number;
  certified: FigureState;
  applied: FigureState;
  /** Null where it is withheld or nothing of it can be certified. */
  picture: CertifiedApplied | null;
  /** `seen` is null where fewer than the minimum were. */
  seen: (Omit<CertifiedSeen, "seen"> & { seen: number | null }) | null;
  diagnosis: Diagnosis | null;
};

type Choice = { value: string; label: string };

export type CertifiedUnchanged =
  | { kind: "empty" }
  /** Nobody in sight holds a role in which anything can be certified. */
  | { kind: "nothing-certified" }
  | {
      kind: "shown";
      minimum: number;
      asOf: string;
      dataVersion: string;
      grain: "month" | "quarter" | "year";
      roles: CertifiedPlace[];
      /** The chosen one, by site below it. */
      role: CertifiedPlace;
      sites: CertifiedPlace[];
      kpis: Choice[];
      kpi: string | null;
    };
