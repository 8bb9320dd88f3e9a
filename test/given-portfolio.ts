import type { Direction, Grade } from "@/lib/evaluation/result";
import type { InitiativeStatus } from "@/lib/initiatives/status";
import type { BenefitLine, Case } from "@/lib/money/case";
import { evaluateCase } from "@/lib/money/evaluate-case";
import type { InitiativeMoney } from "@/lib/roi/results/initiative-money";
import { givenCase, givenLine } from "./given-case";

type Given = {
  status?: InitiativeStatus;
  grade?: Grade;
  direction?: Direction;
  people?: number;
  exposed?: number;
  lines?: Partial<BenefitLine>[];
  case?: Partial<Case>;
  activities?: string[];
  skills?: string[];
  running?: number;
};

export const givenDraws = 400;

/** An initiative of 100 people worth 30,000 that cost 10,000, evaluated by `lib/money` with few draws; changed as told. Ids of lines begin with its code. */
export function givenMoney(code: string, changes: Given = {}): InitiativeMoney {
  const { status = "evaluated", grade = "B", direction = "better", people = 100, lines = [{}] } = changes;
  const given = givenCase({
    lines: lines.map((line, at) =>
      givenLine({ id: `${code} ${at}`, effectKey: `${code} defect_rate`, people, ...line }),
    ),
    ...changes.case,
  });
  const result = evaluateCase(given, {}, givenDraws);
  return {
    initiativeId: code,
    code,
    title: `The ${code} programme`,
    status,
    people,
    exposed: changes.exposed ?? people,
    skills: changes.skills ?? [],
    activities: changes.activities ?? [],
    evaluation:
      status === "evaluated"
        ? {
            id: `evaluation ${code}`,
            grade,
            sentence: `What may be said of ${code}.`,
            direction,
            dataVersion: "sha256:data",
            evaluatedAt: "2026-10-01T00:00:00.000Z",
          }
        : null,
    case: given,
    lines: given.lines.map(({ id, title, valueType }) => ({
      id,
      title,
      valueType,
      kpi: { id: "kpi", code: "defect_rate", name: "Defect rate", unit: "share", direction: "down" },
      grade: status === "evaluated" ? grade : null,
      direction: status === "evaluated" ? direction : null,
    })),
    assumptions: [],
    unconverted: [],
    running: changes.running ?? 0,
    day: "2026-11-23",
    learnerRate: null,
    ableUnknown: null,
    resultId: `result ${code}`,
    digest: `sha256:${code}`,
    computedAt: "2026-10-01T00:00:00.000Z",
    result,
    used: 2,
    signed: 1,
  };
}

/** People by the initiatives they are in, as `{ "a b": 10 }`; every initiative pays in 2026 unless told. */
export function givenPeople(sets: Record<string, number>, spans: Record<string, [string, string]> = {}) {
  const ids = new Set(Object.keys(sets).flatMap((set) => set.split(" ")));
  return {
    sets: Object.entries(sets).map(([set, people]) => ({ initiativeIds: set.split(" "), people })),
    spans: new Map(
      [...ids].map((id) => {
        const [from, until] = spans[id] ?? ["2026-01-01", "2026-12-31"];
        return [id, { from, until }];
      }),
    ),
  };
}
