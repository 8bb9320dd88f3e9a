import type { Workbook } from "exceljs";

type Value = number | string | boolean | null;
type Operand = Value | Value[];

const token = /\s*("[^"]*"|\d+\.?\d*|[A-Za-z]+!\$?[A-Z]+\$?\d+|\$?[A-Z]{1,2}\$?\d+|[A-Z]+|<=|>=|[-+*/^&(),:<>=])/y;

/** Computes the formulas of a workbook anew, from its values alone: the few functions our files use, and an error for any other. */
export class Spreadsheet {
  readonly #known = new Map<string, Value>();
  readonly #book: Workbook;

  constructor(book: Workbook) {
    this.#book = book;
  }

  /** The value of a cell, computed whatever the file says it was. */
  valueOf(sheet: string, address: string): Value {
    const plain = address.replaceAll("$", "");
    const key = `${sheet}!${plain}`;
    const found = this.#known.get(key);
    if (found !== undefined) return found;
    const cell = this.#book.getWorksheet(sheet)?.getCell(plain);
    const value = cell?.formula
      ? one(new Formula(this, sheet, cell.formula).value())
      : ((cell?.value as Value) ?? null);
    this.#known.set(key, value);
    return value;
  }
}

class Formula {
  readonly #tokens: string[] = [];
  readonly #sheets: Spreadsheet;
  readonly #sheet: string;
  #at = 0;

  constructor(sheets: Spreadsheet, sheet: string, text: string) {
    this.#sheets = sheets;
    this.#sheet = sheet;
    token.lastIndex = 0;
    while (token.lastIndex < text.length) {
      const found = token.exec(text);
      if (!found?.[1]) throw new Error(`Cannot read ${text}`);
      this.#tokens.push(found[1]);
    }
  }

  value(): Operand {
    let left = this.#text();
    for (;;) {
      const sign = this.#tokens[this.#at];
      if (sign === undefined || !signs.includes(sign)) return left;
      this.#at += 1;
      left = holds(one(left), sign, one(this.#text()));
    }
  }

  #text(): Operand {
    let left = this.#sum();
    while (this.#is("&")) {
      this.#next();
      left = `${one(left) ?? ""}${one(this.#sum()) ?? ""}`;
    }
    return left;
  }

  #sum(): Operand {
    let left = this.#product();
    while (this.#is("+") || this.#is("-")) {
      const sign = this.#next() === "+" ? 1 : -1;
      left = num(one(left)) + sign * num(one(this.#product()));
    }
    return left;
  }

  #product(): Operand {
    let left = this.#power();
    while (this.#is("*") || this.#is("/")) {
      const times = this.#next() === "*";
      const right = num(one(this.#power()));
      left = times ? num(one(left)) * right : num(one(left)) / right;
    }
    return left;
  }

  #power(): Operand {
    let left = this.#atom();
    while (this.#is("^")) {
      this.#next();
      left = num(one(left)) ** num(one(this.#atom()));
    }
    return left;
  }

  #atom(): Operand {
    const text = this.#next();
    if (text === "(") {
      const inside = this.value();
      this.#next();
      return inside;
    }
    if (text.startsWith('"')) return text.slice(1, -1);
    if (/^\d/.test(text)) return Number(text);
    if (/^[A-Z]+$/.test(text)) return this.#call(text);
    const [sheet, first] = text.includes("!") ? (text.split("!") as [string, string]) : [this.#sheet, text];
    if (!this.#is(":")) return this.#sheets.valueOf(sheet, first);
    this.#next();
    return between(first, this.#next()).map((address) => this.#sheets.valueOf(sheet, address));
  }

  #call(name: string): Value {
    this.#next();
    const given: Operand[] = [];
    while (!this.#is(")")) {
      given.push(this.value());
      if (this.#is(",")) this.#next();
    }
    this.#next();
    const [first = null, second = null, third = null] = given;
    const numbers = given.flat().filter((value) => typeof value === "number");
    switch (name) {
      case "IF":
        return one(one(first) === true ? second : third);
      case "AND":
        return given.every((value) => one(value) === true);
      case "MAX":
        return Math.max(...numbers);
      case "MIN":
        return Math.min(...numbers);
      case "SUM":
        return numbers.reduce((sum, value) => sum + value, 0);
      case "COUNT":
        return numbers.length;
      case "ISBLANK":
        return one(first) === null;
      case "SUMIF": {
        const sums = [third].flat();
        return [first]
          .flat()
          .reduce<number>((sum, value, at) => (meets(value, one(second)) ? sum + num(sums[at] ?? 0) : sum), 0);
      }
      default:
        throw new Error(`${name} is not known here`);
    }
  }

  #is = (text: string) => this.#tokens[this.#at] === text;
  #next(): string {
    this.#at += 1;
    return this.#tokens[this.#at - 1] ?? "";
  }
}

const signs = ["<", ">", "<=", ">=", "="];

function holds(a: Value, sign: string, b: Value): boolean {
  if (sign === "=") return a === b;
  if (sign.includes("=") && num(a) === num(b)) return true;
  return sign.startsWith("<") ? num(a) < num(b) : num(a) > num(b);
}

/** A criterion of SUMIF: a value, or a sign with a number, which text never meets. */
function meets(value: Value, criterion: Value): boolean {
  const [, sign, limit] = typeof criterion === "string" ? (/^([<>]=?)(.+)$/.exec(criterion) ?? []) : [];
  if (!sign) return value === criterion;
  return typeof value === "number" && holds(value, sign, Number(limit));
}

const one = (value: Operand): Value => (Array.isArray(value) ? (value[0] ?? null) : value);
/** Text is no number: Excel would say #VALUE!. */
function num(value: Value): number {
  if (value === null) return 0;
  if (typeof value === "string") throw new TypeError(`${value} is not a number`);
  return Number(value);
}

/** The cells of a column from one to another. */
function between(first: string, last: string): string[] {
  const [from, to] = [first, last].map((address) => /^\$?([A-Z]+)\$?(\d+)$/.exec(address));
  if (!from || !to || from[1] !== to[1]) throw new Error(`${first}:${last} is not one column`);
  return Array.from({ length: Number(to[2]) - Number(from[2]) + 1 }, (_, at) => `${from[1]}${Number(from[2]) + at}`);
}
