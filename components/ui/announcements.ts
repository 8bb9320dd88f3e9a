type Announcement = { title: string; description?: string };

const waiting: Announcement[] = [];
const hearers = new Set<() => void>();
let made = 0;

/** Says in a corner, and to screen readers, that something happened. From any event handler of the browser. */
export function announce(title: string, description?: string): void {
  waiting.push({ title, ...(description ? { description } : {}) });
  made += 1;
  for (const hear of hearers) hear();
}

export function onAnnouncement(hear: () => void): () => void {
  hearers.add(hear);
  return () => hearers.delete(hear);
}

/** How many were made so far. */
export const announcementCount = () => made;

/** Those not shown yet; each is given out once. */
export const takeAnnouncements = (): Announcement[] => waiting.splice(0);
