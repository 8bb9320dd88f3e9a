import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditLog } from "@/db/schema/access";
import { evidenceFiles } from "@/db/schema/development";
import { recordObservation } from "@/lib/observe/record";
import { undoObservation } from "@/lib/observe/undo";
import { inTenant } from "@/lib/server/tenant-access";
import { givenObserved } from "@/test/given-observed";
import { pictures, takePhoto } from "./photo";
import { readEvidenceFile } from "./read-evidence-file";

const png = new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])]);

async function givenPhoto() {
  const given = await givenObserved();
  const input = given.observation("m1", "a", {});
  const withPhoto = { ...input, photo: await takePhoto(png, pictures) };
  await recordObservation(given.who("manager", "m1"), withPhoto);
  const files = () => inTenant(given.orgId, (tx) => tx.select().from(evidenceFiles));
  const [file] = await files();
  return { ...given, input: withPhoto, files, at: { personId: given.id("a"), fileId: file?.id ?? "" } };
}

test("the person and their coach open a photo, and each look of somebody else leaves a row", async () => {
  const { orgId, who, at } = await givenPhoto();
  expect(await readEvidenceFile(who("employee", "a"), at)).toMatchObject({ mediaType: "image/png" });
  expect(await readEvidenceFile(who("manager", "m1"), at)).toMatchObject({ mediaType: "image/png" });
  expect(await readEvidenceFile(who("manager", "head"), at)).not.toBeNull();
  const looks = await inTenant(orgId, (tx) =>
    tx.$count(auditLog, and(eq(auditLog.action, "person.read"), eq(auditLog.subject, at.personId))),
  );
  expect(looks).toBe(2);
});

test("the wall: nobody else finds it, whatever their role, nor another organisation", async () => {
  const { who, as, at } = await givenPhoto();
  for (const role of ["admin", "ld_lead", "hrbp", "executive", "employee", "finance", "auditor"] as const) {
    expect(await readEvidenceFile(who(role, "m2"), at), role).toBeNull();
    expect(await readEvidenceFile(as(role), at), role).toBeNull();
  }
  expect(await readEvidenceFile(who("manager", "m2"), at)).toBeNull();
  expect(await readEvidenceFile(who("hrbp", "m1"), at)).toBeNull();
  expect(await readEvidenceFile((await givenObserved()).who("manager", "m1"), at)).toBeNull();
});

test("a photo is written with its observation once, is part of what a repeat must equal, and goes with it", async () => {
  const { who, input, files } = await givenPhoto();
  const manager = who("manager", "m1");
  expect(await recordObservation(manager, input)).toMatchObject({ outcome: "repeat" });
  await expect(recordObservation(manager, { ...input, photo: null })).rejects.toMatchObject({ code: "conflict" });
  expect(await files()).toHaveLength(1);
  await undoObservation(manager, input);
  expect(await files()).toEqual([]);
});

test("empty, too large and other files are refused beside the field", async () => {
  for (const file of [new Blob([]), new Blob(["<svg/>"]), new Blob([new Uint8Array(2 * 1024 * 1024 + 1)])]) {
    await expect(takePhoto(file, pictures)).rejects.toMatchObject({
      code: "invalid-input",
      fields: { file: [expect.anything()] },
    });
  }
  await expect(takePhoto(new Blob(["%PDF-1.7"]), pictures)).rejects.toThrow("Add a picture");
});
