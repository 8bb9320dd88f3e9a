import { expect, test } from "vitest";
import { givenMoney } from "@/test/given-money";
import { givenReport } from "@/test/given-report";
import { openedBook, rowOf } from "@/test/opened-book";
import { renderWorkbook } from "./render-workbook";

test("a report without money keeps its tables as numbers, and says of what they are", async () => {
  const book = await openedBook(await renderWorkbook(givenReport()));
  expect(book.worksheets.map(({ name }) => name)).toEqual([
    "What it was worth",
    "Did errors fall where people",
    "What moves the net benefit most",
    "Assumptions",
    "Decisions asked",
    "About",
  ]);
  expect(book.getWorksheet("What it was worth")?.getRow(2).values).toEqual(
    expect.arrayContaining([1_241_300, 806_000, 2_104_000, "€1.24m (€806k to €2.10m)", "B"]),
  );
  const about = book.getWorksheet("About")?.getColumn(2).values.join("\n");
  for (const said of [
    "Grade B: Strong",
    "1 of 3 assumptions signed by finance",
    "Hours per refund",
    "Data version 5f3c9a1be27d44089a1",
    "It may not be said of sites",
    "Costs from the finance system: 1 file, of 2 November 2026",
  ]) {
    expect(about).toContain(said);
  }
});

test("numbers are written in their unit, days are days, and every sheet is ready to print", async () => {
  for (const money of [null, givenMoney()]) {
    const book = await openedBook(await renderWorkbook(givenReport(), money));
    for (const sheet of book.worksheets) {
      expect(sheet.views[0], sheet.name).toMatchObject({ state: "frozen", ySplit: sheet.name === "Summary" ? 5 : 1 });
      expect(sheet.pageSetup, sheet.name).toMatchObject({ orientation: "landscape", fitToPage: true, fitToWidth: 1 });
      expect(sheet.pageSetup.printTitlesRow, sheet.name).toBeTruthy();
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          const fraction = typeof cell.value === "number" && !Number.isInteger(cell.value);
          // Values somebody types in stay as they are typed.
          if (fraction && sheet.name !== "Assumptions")
            expect(cell.numFmt, `${sheet.name} ${cell.address}`).toBeTruthy();
        }),
      );
    }
  }
  const book = await openedBook(await renderWorkbook(givenReport()));
  const worth = book.getWorksheet("What it was worth");
  expect([2, 4].map((row) => worth?.getCell(row, 2).numFmt)).toEqual([
    "[$EUR] #,##0;\u2212[$EUR] #,##0",
    "0.0%;\u22120.0%",
  ]);
  expect(worth?.getCell("C2").value).toBe("EUR");
  const course = book.getWorksheet("Did errors fall where people");
  expect(course?.getCell("B2").value).toEqual(new Date("2026-01-31"));
  expect(course?.getCell("C2").numFmt).toBe("0.0%;\u22120.0%");
  expect(book.getWorksheet("What moves the net benefit most")?.getCell("B1").value).toBe("Value (EUR)");
});

test("a row is as high as its longest text, and a cell that may be changed takes what its formulas can compute with", async () => {
  const book = await openedBook(await renderWorkbook(givenReport(), givenMoney()));
  const about = book.getWorksheet("About");
  const at = rowOf(book, "About", "What may be said");
  expect(about?.getRow(at).height).toBeGreaterThanOrEqual(30);
  expect(book.getWorksheet("Benefits")?.getCell("D2").dataValidation).toMatchObject({
    type: "list",
    formulae: ['"Yes,No"'],
  });
  expect(book.getWorksheet("Costs")?.getCell("E2").dataValidation).toMatchObject({ type: "list" });
  const years = rowOf(book, "Assumptions", "Years the effect lasts");
  expect(book.getWorksheet("Assumptions")?.getCell(years, 4).dataValidation).toMatchObject({
    type: "decimal",
    operator: "between",
    formulae: [0, 10],
  });
});

test("a table keeps a number as a number, and what is written of it where that says more", async () => {
  const report = givenReport({
    blocks: [
      {
        kind: "table",
        title: "Layers",
        full: true,
        internal: false,
        columns: [
          { id: "layer", header: "Layer" },
          { id: "spent", header: "Spent" },
          { id: "effect", header: "Effect" },
        ],
        rows: [
          {
            layer: { text: "Applied at work" },
            spent: { text: "€402", value: 402.1, unit: "money" },
            effect: { text: "+0.55 levels (0.34 to 0.77)", value: 0.55, unit: "levels" },
          },
          { layer: { text: "Careers" }, spent: { text: "€0", value: 0, unit: "money" }, effect: { text: "Withheld" } },
        ],
      },
    ],
  });
  const sheet = (await openedBook(await renderWorkbook(report))).getWorksheet("Layers");
  expect([1, 2, 3].map((row) => [1, 2, 3, 4].map((column) => sheet?.getCell(row, column).value))).toEqual([
    ["Layer", "Spent", "Effect", "Effect, as written"],
    ["Applied at work", 402.1, 0.55, "+0.55 levels (0.34 to 0.77)"],
    ["Careers", 0, "Withheld", "Withheld"],
  ]);
});
