import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { CsvScanner } from "./csv-scanner";

function scan(text: string, pieces = 1) {
  const rows: { cells: string[]; line: number; slip: string | null }[] = [];
  const scanner = new CsvScanner((cells, line, slip) => rows.push({ cells, line, slip }));
  const size = Math.max(1, Math.ceil(text.length / pieces));
  for (let from = 0; from < text.length; from += size) scanner.push(text.slice(from, from + size));
  scanner.end();
  return rows;
}

const cell = fc.stringMatching(/^[ab,"\n\r é]{0,6}$/);

test("reads whatever csv-stringify writes as csv-parse does, however the text is cut", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 4 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }))),
      fc.constantFrom("\n", "\r\n"),
      fc.integer({ min: 1, max: 40 }),
      (rows, lineEnd, pieces) => {
        const text = stringify(rows, { record_delimiter: lineEnd, quoted_match: /[\r\n]/ });
        const expected = parse(text, { record_delimiter: lineEnd });
        expect(scan(text, pieces).map((row) => row.cells)).toEqual(expected);
      },
    ),
    { numRuns: 500 },
  );
});

test("names the line a row starts on, also after cells with line breaks and empty lines", () => {
  const rows = scan('a,b\r\n"x\ny",2\r\n\r\nlast,4');
  expect(rows.map((row) => [row.cells[0], row.line])).toEqual([
    ["a", 1],
    ["x\ny", 2],
    ["last", 5],
  ]);
});

test.each(['one"two,3\n', '"one"two,3\n'])("marks a row whose quotes do not add up: %s", (text) => {
  expect(scan(`${text}fine,4\n`).map((row) => row.slip !== null)).toEqual([true, false]);
});

test("a quote that is never closed ends the file, and its line is named", () => {
  expect(() => scan('a,b\n1,2\n"open,3\n4,5\n')).toThrow("on line 3");
});

test("a quote that is never closed does not fill the memory", () => {
  const scanner = new CsvScanner(() => {});
  scanner.push('"');
  expect(() => {
    for (let chunk = 0; chunk < 100; chunk++) scanner.push("x\n".repeat(50_000));
  }).toThrow("never closed");
});
