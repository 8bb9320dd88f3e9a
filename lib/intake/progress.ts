import "server-only";
import { noteBatch } from "./batches";

const every = 300;

/** Notes bytes and rows read on the batch a few times a second, never two at once, and never after `stop`. */
export function progressOf(orgId: string, batchId: string, onProgress?: (bytesRead: number, rows: number) => void) {
  let last = Date.now();
  let writing: Promise<void> | null = null;
  let isStopped = false;
  return {
    note(bytesRead: number, rows: number) {
      onProgress?.(bytesRead, rows);
      if (isStopped || writing || Date.now() - last < every) return;
      last = Date.now();
      writing = noteBatch(orgId, batchId, { bytesRead, rows })
        .catch(() => {}) // The picture of an import must not end it.
        .finally(() => {
          writing = null;
        });
    },
    async stop() {
      isStopped = true;
      await writing;
    },
  };
}
