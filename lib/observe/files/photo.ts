import "server-only";
import { createHash } from "node:crypto";
import { DomainError } from "@/lib/errors";
import { cleanName } from "@/lib/intake/jobs/clean-name";
import { largestFile } from "@/lib/observe/input";
import { type MediaType, sniffMedia } from "./sniff-media";
import { stripJpeg } from "./strip-jpeg";

/** A file as `evidence_files` keeps it. */
export type Photo = { name: string; mediaType: MediaType; sha256: string; content: Buffer };

export const photoDigest = (photo: Photo) => photo.sha256;

/**
 * Checks a file that came with an observation or a review. Its type is what its bytes say.
 * @throws DomainError `invalid-input` when it is empty, too large or nothing we keep
 */
export async function takePhoto(file: Blob, kinds: readonly MediaType[]): Promise<Photo> {
  const refuse = (message: string) => new DomainError("invalid-input", message, { file: [message] });
  if (file.size === 0) throw refuse("The file is empty");
  if (file.size > largestFile) throw refuse(`The file is larger than ${largestFile / 1024 / 1024} MB`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const mediaType = sniffMedia(bytes);
  if (!mediaType || !kinds.includes(mediaType)) {
    throw refuse(kinds.includes("application/pdf") ? "Add a picture or a PDF" : "Add a picture: JPEG, PNG or WebP");
  }
  const clean = mediaType === "image/jpeg" ? stripJpeg(bytes) : bytes;
  if (!clean) throw refuse("The picture is damaged");
  const content = Buffer.from(clean);
  const name = cleanName(file instanceof File && file.name ? file.name : "photo");
  return { name, mediaType, content, sha256: createHash("sha256").update(content).digest("hex") };
}

export const pictures: readonly MediaType[] = ["image/jpeg", "image/png", "image/webp"];
export const documents: readonly MediaType[] = [...pictures, "application/pdf"];
