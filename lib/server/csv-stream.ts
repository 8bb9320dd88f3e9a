import "server-only";
import { stringify } from "csv-stringify/sync";

type Record = readonly (string | number | null)[];

/**
 * A CSV file that is sent while it is read. The first records are waited for, so that a refusal is still an answer of its own. What a spreadsheet would
 * run as a formula is made harmless.
 */
export async function csvStream(
  header: Record,
  batches: AsyncGenerator<readonly Record[]>,
): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder();
  const encoded = (records: readonly Record[], bom = false) =>
    encoder.encode(stringify([...records], { bom, escape_formulas: true, record_delimiter: "windows" }));
  const first = await batches.next();
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoded([header, ...(first.done ? [] : first.value)], true));
      if (first.done) controller.close();
    },
    async pull(controller) {
      const next = await batches.next();
      if (next.done) controller.close();
      else controller.enqueue(encoded(next.value));
    },
    async cancel() {
      await batches.return(undefined);
    },
  });
}
