import { defaultFolder, openEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";

export type AppDatabase = { url: string; said: string; close(): Promise<void> };

/** The database named by DATABASE_URL, or the built-in one; migrated, and known to this process as DATABASE_URL. */
export async function openAppDatabase(folder = defaultFolder()): Promise<AppDatabase> {
  const given = process.env.DATABASE_URL;
  const server = given ? { url: given, close: async () => {} } : await openEmbedded(folder);
  try {
    const schema = await migrate(server.url);
    process.env.DATABASE_URL = server.url;
    return { ...server, said: `${given ? "DATABASE_URL" : "built-in Postgres"}, schema ${schema}` };
  } catch (error) {
    await server.close();
    throw error;
  }
}
