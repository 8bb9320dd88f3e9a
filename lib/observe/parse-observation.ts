import "server-only";
import { DomainError } from "@/lib/errors";
import { parseOrThrow } from "@/lib/server/public-error";
import { type Photo, pictures, takePhoto } from "./files/photo";
import { largestFile, type ObservationInput, observationInput } from "./input";

/** Beside the picture there is one entry of at most a few thousand characters. */
const mostBytes = largestFile + 64 * 1024;

/** A form of `observation` (JSON) and, where there is one, `photo`. */
export async function parseObservation(request: Request): Promise<ObservationInput & { photo: Photo | null }> {
  if (!(Number(request.headers.get("content-length")) <= mostBytes)) {
    throw new DomainError("invalid-input", `The picture is larger than ${largestFile / 1024 / 1024} MB`);
  }
  const form = await request.formData().catch(() => {
    throw new DomainError("invalid-input", "This is not an observation");
  });
  const photo = form.get("photo");
  const input = parseOrThrow(observationInput, parseJson(form.get("observation")));
  return { ...input, photo: photo instanceof Blob ? await takePhoto(photo, pictures) : null };
}

function parseJson(text: FormDataEntryValue | null): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    throw new DomainError("invalid-input", "This is not an observation");
  }
}
