/** Called once by Next when a server process begins. */
export async function register(): Promise<void> {
  const ownerUrl = process.env.DATABASE_URL;
  if (process.env.NEXT_RUNTIME !== "nodejs" || !ownerUrl) return;
  const { startWorker } = await import("@/lib/intake/jobs/start-worker");
  startWorker(ownerUrl);
}
