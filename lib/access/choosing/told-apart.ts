import { type Choice, type Found, mostFound } from "./choosable";

type Row = { id: string; name: string; place: string; email: string };

/** The rows as a list to choose from: told apart by where they work, and two of one name at one place as one writes to them. One row more than a list holds says that there are others. */
export function toldApart(rows: readonly Row[]): Found {
  const shown = rows.slice(0, mostFound);
  const isSame = (a: Row, b: Row) => a.name === b.name && a.place === b.place;
  const people = shown.map((row): Choice => {
    const isTwin = shown.some((other) => other.id !== row.id && isSame(row, other));
    const hint = [row.place, isTwin ? row.email : ""].filter(Boolean).join(", ");
    return { id: row.id, name: row.name, hint: hint || null };
  });
  return { people, more: rows.length > mostFound };
}
