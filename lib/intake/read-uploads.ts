import "server-only";
import { desc, eq, ne } from "drizzle-orm";
import { users } from "@/db/schema/access";
import { type UploadStatus, uploads } from "@/db/schema/uploads";
import { query } from "@/lib/server/tenant-access";

export type OpenUpload = {
  id: string;
  status: UploadStatus;
  files: string[];
  startedBy: string | null;
  createdAt: Date;
};

/** Uploads that wait for somebody or are being worked on, newest first. */
export const readOpenUploads = query("data.import", async (tx, _input: null): Promise<OpenUpload[]> => {
  const rows = await tx
    .select({
      id: uploads.id,
      status: uploads.status,
      files: uploads.files,
      startedBy: users.name,
      createdAt: uploads.createdAt,
    })
    .from(uploads)
    .leftJoin(users, eq(users.id, uploads.startedBy))
    .where(ne(uploads.status, "done"))
    .orderBy(desc(uploads.createdAt))
    .limit(20);
  return rows.map((row) => ({ ...row, files: row.files.map(({ name }) => name) }));
});
