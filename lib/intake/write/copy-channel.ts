import "server-only";
import { once } from "node:events";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

export type CopyChannel = { write(rows: string): Promise<void>; end(): Promise<void>; abort(): void };

/** COPY ... FROM STDIN that takes text in big pieces and waits when the database does. */
export function openCopy(client: pg.ClientBase, statement: string): CopyChannel {
  const stream = client.query(copyFrom(statement));
  let failure: Error | null = null;
  stream.on("error", (error) => {
    failure = error;
  });
  return {
    async write(rows) {
      if (failure) throw failure;
      if (rows !== "" && !stream.write(rows)) await once(stream, "drain");
    },
    async end() {
      if (failure) throw failure;
      stream.end();
      await once(stream, "finish");
    },
    abort: () => stream.destroy(),
  };
}
