import { expect, test } from "vitest";
import { chooseFiles } from "./chosen-file";

const picked = (...paths: string[]) => paths.map((path) => ({ path, file: new File(["x"], path) }));
const names = (paths: string[]) => chooseFiles(picked(...paths)).files.map(({ name }) => name);

test("a dropped folder gives its files the names they have for the command line", () => {
  expect(names(["demo/organisation/people.csv", "demo/initiatives/a/study.json"])).toEqual([
    "organisation/people.csv",
    "initiatives/a/study.json",
  ]);
});

test("folders that were dropped side by side keep their names", () => {
  expect(names(["a/study.json", "b/study.json"])).toEqual(["a/study.json", "b/study.json"]);
});

test("what cannot be imported is left out and counted", () => {
  const { files, leftOut } = chooseFiles(picked("a/people.csv", "a/.DS_Store", "a/notes.docx", "a/.git/x.csv"));
  expect(files.map(({ name }) => name)).toEqual(["people.csv"]);
  expect(leftOut).toBe(3);
});
