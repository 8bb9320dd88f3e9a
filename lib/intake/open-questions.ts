import type { Upload, UploadFile } from "./read-upload";

/** Files of which a person must say what they are, or which initiative they belong to, before they can be taken. */
export const openQuestions = (upload: Pick<Upload, "files">): UploadFile[] =>
  upload.files.filter(({ kind, couldBe, needsInitiative, initiativeCode }) => {
    const isUnclear = kind === null && couldBe.length > 0;
    return isUnclear || (needsInitiative && !initiativeCode);
  });

/** The intake refuses a people.csv that ends too many jobs, unless somebody says that it is right. */
export const asksToConfirm = (upload: Pick<Upload, "reports">): boolean =>
  (upload.reports ?? []).some(
    ({ kind, status, error }) => kind === "people" && status === "refused" && error?.includes("Confirm it"),
  );
