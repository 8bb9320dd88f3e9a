import type { ReportDocument } from "@/lib/reports/document";

/** A report of an initiative as the builders make it, with names of many scripts and texts that try to be formulas. */
export function givenReport(changes: Partial<ReportDocument> = {}): ReportDocument {
  const figure = { interval: null, intervalText: null, grade: null, note: null, href: "/initiatives/1" } as const;
  return {
    kind: "initiative",
    title: "Refund handling, phased roll-out",
    lead: "Errors fell by 0.6 points (0.2 to 1.0) where people were trained; the evidence strongly supports that the programme caused it.",
    grade: "B",
    organisation: "Łódź & Αθήνα Services",
    locale: "en-GB",
    currency: "EUR",
    madeAt: "2026-11-20T09:30:00.000Z",
    dataVersion: "5f3c9a1be27d44089a1c7e",
    sources: [
      {
        label: "KPI values",
        from: "CRM, ERP, service or production systems",
        files: 3,
        takenAt: "2026-11-03T08:00:00Z",
        newestFact: "2026-10-31",
      },
      { label: "Costs", from: "the finance system", files: 1, takenAt: "2026-11-02T08:00:00Z", newestFact: null },
    ],
    filters: ["Whole organisation", "Baseline January to March 2026"],
    signatures: {
      used: 3,
      signed: 1,
      unsigned: ["Hours per refund", "=cmd|'/c calc'!A0"],
      last: { by: "Жанна Kovač", on: "2026-11-18" },
    },
    limits: [
      "It may not be said that satisfaction rose: its interval holds zero.",
      "It may not be said of sites outside the roll-out.",
    ],
    notices: [],
    href: "/initiatives/1",
    blocks: [
      {
        kind: "figures",
        title: "What it was worth",
        full: false,
        internal: false,
        figures: [
          {
            ...figure,
            id: "benefit",
            unit: "money",
            label: "Counted benefit in the first year",
            text: "€1.24m",
            value: 1_241_300,
            interval: [806_000, 2_104_000],
            intervalText: "(€806k to €2.10m)",
            grade: "B",
            note: "From fewer errors; two of three assumptions are not signed.",
          },
          {
            ...figure,
            id: "cost",
            unit: "money",
            label: "Cost",
            text: "€412,000",
            value: 412_000,
            note: "Fully loaded.",
          },
          {
            ...figure,
            id: "roi",
            unit: "share",
            label: "Return on investment",
            text: "201%",
            value: 2.013,
            interval: [0.956, 4.107],
            intervalText: "(95.6% to 411%)",
            grade: "B",
          },
          {
            ...figure,
            id: "satisfaction",
            label: "Satisfaction",
            text: "Too early to tell until 1 March 2027",
            value: null,
            unit: "",
          },
        ],
      },
      {
        kind: "chart",
        title: "Did errors fall where people were trained?",
        full: false,
        internal: false,
        answer: "People in the programme: 3.7% before, 3.1% in the follow-up; the comparison: 3.6% before and after.",
        caption: "n = 412 people, mean with 95% interval.",
        chart: {
          type: "lines",
          unit: "share",
          days: ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30"],
          periods: ["Jan 2026", "Feb 2026", "Mar 2026", "Apr 2026", "May 2026", "Jun 2026"],
          series: [
            {
              label: "Trained",
              arm: "trained",
              supposed: false,
              values: [0.037, 0.0368, 0.0371, 0.034, 0.032, 0.031],
              bands: [0.037, 0.0368, 0.0371, 0.034, 0.032, 0.031].map((one): [number, number] => [
                one - 0.002,
                one + 0.002,
              ]),
            },
            {
              label: "Comparison",
              arm: "comparison",
              supposed: false,
              values: [0.036, 0.0362, null, 0.0361, 0.0358, 0.036],
              bands: null,
            },
          ],
          exposure: { at: 3, label: "First exposure" },
        },
      },
      {
        kind: "chart",
        title: "What moves the net benefit most",
        full: true,
        internal: false,
        answer: "The value of an avoided error.",
        caption: "From the 5th to the 95th percentile of each.",
        chart: {
          type: "intervals",
          unit: "money",
          rows: [
            { label: "Value of an avoided error", value: 829_000, interval: [310_000, 1_420_000], grade: null },
            { label: "Effect on errors", value: 829_000, interval: [-40_000, 1_120_000], grade: "B" },
          ],
        },
      },
      {
        kind: "table",
        title: "Assumptions",
        full: true,
        internal: false,
        columns: [
          { id: "name", header: "Assumption", width: 3 },
          { id: "value", header: "Value", align: "end" },
          { id: "signed", header: "Signed", width: 2 },
        ],
        rows: Array.from({ length: 60 }, (_, index) => ({
          name: {
            text:
              index === 0
                ? '=HYPERLINK("http://x")'
                : `Assumption ${index + 1}, as someone in a long department name stated it`,
          },
          value: { text: String(index * 3.5), value: index * 3.5, unit: "" },
          signed: { text: index % 3 === 0 ? "Signed by Νίκος on 18 Nov 2026" : "Not signed" },
        })),
      },
      {
        kind: "list",
        title: "Decisions asked",
        full: false,
        internal: false,
        items: ["Scale to all sites", "−5% budget of the portal"],
      },
    ],
    ...changes,
  };
}
