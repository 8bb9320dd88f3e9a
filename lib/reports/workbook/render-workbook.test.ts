import type ExcelJS from "exceljs";
import { describe, expect, test, vi } from "vitest";
import type { Case } from "@/lib/money/case";
import { evaluateCase } from "@/lib/money/evaluate-case";
import { givenCase, givenMoney } from "@/test/given-money";
import { givenReport } from "@/test/given-report";
import { openedBook, rowOf } from "@/test/opened-book";
import { Spreadsheet } from "@/test/spreadsheet";
import { renderWorkbook } from "./render-workbook";

// Several files are written and read again in a test: seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const kept = (book: ExcelJS.Workbook, label: string) =>
  book.getWorksheet("Summary")?.getCell(rowOf(book, "Summary", label), 2).result;
const anew = (book: ExcelJS.Workbook, label: string) =>
  new Spreadsheet(book).valueOf("Summary", `B${rowOf(book, "Summary", label)}`);

const central = (given: Case, switchedOff: Parameters<typeof evaluateCase>[1] = {}) => {
  const result = evaluateCase(given, switchedOff, 100);
  return {
    "Counted benefit": result.benefit.central,
    Cost: result.cost.total,
    "Net benefit": result.net.central,
    "Return on investment": result.returnOnInvestment?.central,
    "Benefit for each unit of cost": result.benefitCostRatio?.central,
    "Paid back after (months)": result.paybackMonths,
    "Present value": result.presentValue?.central,
    "Breaks even at this part of the effect": result.breakEven?.multiple,
    "Hours freed in a year": result.capacity?.hours.central,
    "Cost for each person who became able": result.costPerAble,
  };
};

describe("an initiative's workbook", () => {
  test("shows the figures of the app, and its formulas come to the same", async () => {
    const book = await openedBook(await renderWorkbook(givenReport(), givenMoney()));
    for (const [label, value] of Object.entries(central(givenCase))) {
      expect(kept(book, label), label).toBeCloseTo(value ?? Number.NaN, 6);
      expect(anew(book, label), label).toBeCloseTo(value ?? Number.NaN, 6);
    }
  });

  test("recomputes as the app would when somebody changes what it rests on", async () => {
    const book = await openedBook(await renderWorkbook(givenReport(), givenMoney()));
    const set = (label: string, value: number) => {
      const sheet = book.getWorksheet("Assumptions");
      if (sheet) sheet.getCell(rowOf(book, "Assumptions", label), 4).value = value;
    };
    set("Hours a refund takes", 0.31);
    set("Years the effect lasts", 2.5);
    set("What is left of it a year later", 0.6);
    set("Discount rate", 0.05);
    const expected = central(
      { ...givenCase, discountRate: { ...givenCase.discountRate, value: 0.05 } },
      { switchedOff: ["first_year_only"], overrides: { hours: 0.31, "org-years": 2.5, "org-persistence": 0.6 } },
    );
    for (const [label, value] of Object.entries(expected)) {
      expect(anew(book, label), label).toBeCloseTo(value ?? Number.NaN, 6);
    }
  });

  test("says which values nobody stated, and lasts no longer in a file than in the app once somebody changes the years", async () => {
    const nobody = { value: null, low: null, high: null, source: null };
    const given: Case = {
      ...givenCase,
      years: { ...givenCase.years, ...nobody },
      persistence: { ...givenCase.persistence, ...nobody },
    };
    const used = async (years: number | null, left: number | null) => {
      const book = await openedBook(await renderWorkbook(givenReport(), givenMoney(given)));
      const cell = (label: string) => book.getWorksheet("Assumptions")?.getCell(rowOf(book, "Assumptions", label), 4);
      const [lasts, persists] = [cell("Years the effect lasts"), cell("What is left of it a year later")];
      expect([lasts?.value, persists?.value]).toEqual([
        "not stated: one year counts",
        "not stated: nothing after the first year",
      ]);
      if (lasts && years !== null) lasts.value = years;
      if (persists && left !== null) persists.value = left;
      return book;
    };
    for (const [years, left] of [
      [null, null],
      [3, null],
      [0.5, null],
      [null, 0.5],
      [3, 0.5],
    ] as const) {
      const book = await used(years, left);
      const overrides = {
        ...(years !== null && { "org-years": years }),
        ...(left !== null && { "org-persistence": left }),
      };
      const expected = central(given, { switchedOff: ["first_year_only"], overrides });
      for (const [label, value] of Object.entries(expected)) {
        if (typeof value === "number") expect(anew(book, label), `${label}, ${years} ${left}`).toBeCloseTo(value, 6);
      }
    }
  });

  test("keeps costs in the years they run, longer than benefits are counted or shorter, and pays nothing back that is lost in the end", async () => {
    const running = (amount: number, months: number | null): Case["costs"][number] => ({
      id: `runs ${months}`,
      item: "Licence",
      kind: "platform",
      amount,
      every: "month",
      months,
      hours: null,
    });
    for (const [cost, paid] of [
      [running(900, 40), true],
      [running(9000, 5), true],
      [running(24_000, 40), false],
    ] as const) {
      const given = { ...givenCase, costs: [...givenCase.costs, cost] };
      const book = await openedBook(await renderWorkbook(givenReport(), givenMoney(given)));
      const expected = central(given);
      expect(anew(book, "Present value")).toBeCloseTo(expected["Present value"] ?? Number.NaN, 6);
      expect(kept(book, "Present value")).toBeCloseTo(expected["Present value"] ?? Number.NaN, 6);
      const months = anew(book, "Paid back after (months)");
      if (paid) expect(months).toBeCloseTo(expected["Paid back after (months)"] ?? Number.NaN, 6);
      else expect([expected["Paid back after (months)"], months]).toEqual([null, "not within the years counted"]);
    }
  });

  test("says in words what has no figure: nothing counts, nobody states a rate, it is never paid back", async () => {
    const nothing: Case = {
      ...givenCase,
      lines: givenCase.lines.map((line) => ({ ...line, unproven: "grade" as const })),
      discountRate: { ...givenCase.discountRate, value: null },
    };
    const book = await openedBook(await renderWorkbook(givenReport(), givenMoney(nothing)));
    expect(anew(book, "Counted benefit")).toBe(0);
    for (const label of [
      "Net benefit",
      "Return on investment",
      "Benefit for each unit of cost",
      "Paid back after (months)",
      "Breaks even at this part of the effect",
    ]) {
      expect([kept(book, label), anew(book, label)], label).toEqual(["no benefit counts", "no benefit counts"]);
    }
    expect(book.getWorksheet("Summary")?.getCell(rowOf(book, "Summary", "Present value"), 2).value).toBe(
      "Nobody has stated a discount rate",
    );
  });

  test("names each assumption with the value it is used with, its source, its owner and whether finance signed it", async () => {
    const book = await openedBook(await renderWorkbook(givenReport(), givenMoney()));
    const row = (label: string) => book.getWorksheet("Assumptions")?.getRow(rowOf(book, "Assumptions", label)).values;
    expect(row("Refunds a person handles in a year")).toEqual(
      expect.arrayContaining([900, "Controlling, 2026", "Ola Finanz", "Signed by Νίκος Finance on 18 Nov 2026"]),
    );
    // The smaller of two stated values, by the conservative rules; beside it what was stated.
    expect(row("Loaded cost of an hour")).toEqual(expect.arrayContaining([36.5, 38, "Unsigned"]));
    expect(row("+Cost of an error")).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Changed since signed by /)]),
    );
  });

  test("names what costs rest on, too, with whether it is signed", async () => {
    const money = givenMoney();
    const [first] = money.assumptions;
    if (!first) throw new Error("There is no assumption");
    const wage = { ...first, id: "org-wage", label: "Cost of an hour of those who learn", value: 36 };
    const book = await openedBook(
      await renderWorkbook(givenReport(), {
        ...money,
        assumptions: [...money.assumptions, wage],
        learnerRate: wage.id,
      }),
    );
    const row = book.getWorksheet("Assumptions")?.getRow(rowOf(book, "Assumptions", wage.label)).values;
    expect(row).toEqual(expect.arrayContaining(["Costs", 36, "Signed by Νίκος Finance on 18 Nov 2026"]));
  });

  test("labels the ranges as simulated and keeps them as values", async () => {
    const money = givenMoney();
    const sheet = (await openedBook(await renderWorkbook(givenReport(), money))).getWorksheet("Summary");
    const headers = sheet?.getRow(5).values;
    expect(headers).toEqual(expect.arrayContaining(["Simulated, low end of 95%", "Simulated, high end of 95%"]));
    expect(sheet?.getCell("C6").value).toBe(money.result.benefit.interval[0]);
    expect(sheet?.getCell("E6").value).toBe("10000 draws, seed 7.");
  });

  test("keeps what users wrote as text, whatever it begins with", async () => {
    const book = await openedBook(await renderWorkbook(givenReport(), givenMoney()));
    const formulas: string[] = [];
    const texts: string[] = [];
    book.eachSheet((sheet) =>
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          if (cell.formula) formulas.push(cell.formula);
          else if (typeof cell.value === "string" && /^[=+@-]/.test(cell.value)) texts.push(cell.value);
        }),
      ),
    );
    expect(texts).toEqual(expect.arrayContaining(["=Design of the course", "+Cost of an error", "=cmd|'/c calc'!A0"]));
    expect(formulas.filter((formula) => /cmd|HYPERLINK|Design/.test(formula))).toEqual([]);
  });
});
