/** Called once by Next when a server process begins. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { noteSocketAddresses } = await import("@/lib/server/socket-address");
  noteSocketAddresses();
  const ownerUrl = process.env.DATABASE_URL;
  if (!ownerUrl) return;
  const { startWorker } = await import("@/lib/intake/jobs/start-worker");
  startWorker(ownerUrl);
}
