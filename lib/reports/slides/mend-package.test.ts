import JSZip from "jszip";
import { expect, test } from "vitest";
import { givenReport } from "@/test/given-report";
import { renderSlides } from "./render-slides";

const opened = async (report = givenReport()) => ({ zip: await JSZip.loadAsync(await renderSlides(report)) });

test("the package holds what it names, and nothing stands where PowerPoint would not have it", async () => {
  const { zip } = await opened();
  const read = async (name: string) => (await zip.file(name)?.async("text")) ?? "";
  const named = [...(await read("[Content_Types].xml")).matchAll(/PartName="\/([^"]+)"/g)].map(
    ([, part]) => part ?? "",
  );
  expect(named.filter((part) => zip.file(part) === null)).toEqual([]);
  expect(new Set(named).size).toBe(named.length);
  const parts = [
    ...(await read("ppt/presentation.xml")).matchAll(/<p:(sldMasterIdLst|notesMasterIdLst|sldIdLst|sldSz|notesSz)\b/g),
  ];
  expect(parts.map(([, part]) => part)).toEqual(["sldMasterIdLst", "notesMasterIdLst", "sldIdLst", "sldSz", "notesSz"]);
});

test("whatever a name holds, every part is XML", async () => {
  const { zip } = await opened(
    givenReport({ organisation: 'A & B <"C">', title: "Typed with a \u000b in it", lead: "Less < more & more > less" }),
  );
  const parts = Object.keys(zip.files).filter((name) => /\.(xml|rels)$/.test(name));
  expect(parts.length).toBeGreaterThan(20);
  for (const name of parts) {
    const xml = (await zip.file(name)?.async("text")) ?? "";
    expect(/&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.exec(xml), name).toBeNull();
    expect(/(?![\t\n\r])\p{Cc}/u.exec(xml), name).toBeNull();
    expect(xml.replace(/<[^<>]*>/g, ""), name).not.toMatch(/[<>]/);
  }
});
