import { chanceText } from "@/lib/format/chance-text";
import type { Formats } from "@/lib/format/formats";
import { moneyText } from "@/lib/format/money-text";
import type { Ranged } from "@/lib/money/case-result";
import type { ReportFigure } from "@/lib/reports/document";
import { type Writing, writings } from "@/lib/reports/written";
import { type HoursOf, ofNamedUnits } from "@/lib/roi/portfolio/hours-of";
import type { ToldSunkHours } from "@/lib/roi/portfolio/read-sunk-hours";
import type { Roi } from "@/lib/roi/portfolio/roi";
import { spentText, waitingText } from "@/lib/roi/results/spent-text";

const blank: Omit<ReportFigure, "id" | "label" | "text"> = {
  value: null,
  unit: "",
  interval: null,
  intervalText: null,
  grade: null,
  note: null,
  href: "/roi",
};

/** The headline figures of the enterprise. */
export function roiFigures(
  { rollUp, rows, unconverted }: Roi,
  { sunk, ...hoursOf }: ToldSunkHours,
  formats: Formats,
): ReportFigure[] {
  const { amount, share } = writings(formats);
  const ranged = (
    id: string,
    label: string,
    of: Ranged,
    { unit, text }: Writing,
    note: string | null,
  ): ReportFigure => ({
    ...blank,
    id,
    label,
    text: text(of.central),
    value: of.central,
    unit,
    interval: of.interval,
    intervalText: `(${of.interval.map(text).join(" to ")})`,
    note,
  });
  const graded = rollUp.byGrade.filter(({ lines }) => lines > 0);
  const weakest =
    graded
      .map(({ grade }) => grade)
      .toSorted()
      .at(-1) ?? null;
  const waiting = waitingText(unconverted.length);
  const spent: ReportFigure = {
    ...blank,
    id: "spent",
    label: "Spent",
    text: spentText(rollUp.spent, unconverted.length, formats),
    value: rollUp.spent > 0 ? rollUp.spent : null,
    unit: "money",
    note: `${rows.length === 1 ? "1 initiative" : `${formats.number(rows.length)} initiatives`}, fully loaded${waiting ? `; ${waiting}` : ""}.`,
  };
  const plausible =
    rollUp.plausible.lines > 0
      ? [
          ranged(
            "plausible",
            "Plausible, not counted",
            rollUp.plausible.benefit,
            amount,
            "Grades D and E, and secondary KPIs whose own change chance may explain.",
          ),
        ]
      : [];
  const hours = sunk ? [sunkFigure(sunk, hoursOf, formats)] : [];
  if (graded.length === 0) {
    return [
      spent,
      { ...blank, id: "benefit", label: "Counted back", text: "None of the benefit counts yet" },
      ...plausible,
      ...hours,
    ];
  }
  // Against a spend nobody knows nothing is gained or lost.
  const againstSpend: ReportFigure[] = [
    { ...ranged("net", "Net benefit", rollUp.net, amount, null), grade: weakest },
    ...(rollUp.returnOnInvestment
      ? [{ ...ranged("roi", "Return on investment", rollUp.returnOnInvestment, share, null), grade: weakest }]
      : []),
    {
      ...blank,
      id: "loss",
      label: "Chance of a loss",
      text: chanceText(rollUp.lossProbability, formats),
      value: rollUp.lossProbability,
      unit: "share",
      note: `Share of ${formats.number(rollUp.draws)} draws.`,
    },
  ];
  return [
    spent,
    {
      ...ranged(
        "benefit",
        "Counted back",
        rollUp.benefit,
        amount,
        `First year. ${graded.map(({ grade, benefit }) => `${grade}: ${amount.text(benefit.central)}`).join(", ")}.`,
      ),
      grade: weakest,
    },
    ...(rollUp.spent > 0 ? againstSpend : []),
    ...plausible,
    ...hours,
  ];
}

function sunkFigure(
  { sunkHours, hours, sunkCost }: NonNullable<ToldSunkHours["sunk"]>,
  hoursOf: HoursOf,
  formats: Formats,
): ReportFigure {
  const cost =
    sunkCost === null ? "" : ` They cost ${moneyText(sunkCost, formats)} where the cost of an hour is known.`;
  return {
    ...blank,
    id: "sunk_hours",
    label: `Hours${ofNamedUnits(hoursOf)} without an evidenced change in twelve months`,
    text: formats.figure(sunkHours),
    value: sunkHours,
    unit: "hours",
    note: `Of ${formats.figure(hours)} hours of learning${ofNamedUnits(hoursOf)} that can be judged, in and outside the initiatives.${cost}`,
  };
}
