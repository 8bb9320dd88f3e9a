"use client";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";

type Reminder = { id: string; text: string };

const every = 30 * 60_000;

/** A reminder in the page, and on the device where its owner allows it and the page is in the background. Quiet hours are the server's. */
export function ReminderNotice() {
  const [reminder, setReminder] = useState<Reminder | null>(null);

  useEffect(() => {
    const look = async () => {
      const found = await readReminder();
      if (!found) return;
      if (document.visibilityState === "hidden") return notify(found);
      setReminder(found);
      await tellSeen(found.id);
    };
    const whenVisible = () => document.visibilityState === "visible" && void look();
    void look();
    const timer = setInterval(() => void look(), every);
    document.addEventListener("visibilitychange", whenVisible);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", whenVisible);
    };
  }, []);

  if (!reminder) return null;
  return (
    <div
      role="status"
      className="mb-4 flex items-start justify-between gap-3 border-l-4 border-line bg-paper-2 px-3 py-2"
    >
      <p className="text-table">{reminder.text}</p>
      <Button look="inline" onClick={() => setReminder(null)}>
        Close
      </Button>
    </div>
  );
}

/** How one is reminded, and what reaches whoever has no page open. The browser is asked once for leave; not where it was given or refused. */
export function ReminderChoices() {
  const [permission, setPermission] = useState<NotificationPermission | null>(null);
  useEffect(() => {
    if ("Notification" in window) setPermission(Notification.permission);
  }, []);
  return (
    <div className="mt-4 max-w-prose space-y-2 text-table text-ink-2">
      <p>
        Once a week at most, and never in quiet hours, a reminder waits for your next visit here or to your team page.
        {permission === "granted" ? " This device shows it, too, as long as this page is open in the background." : ""}
      </p>
      <p>
        Where nothing of this is open, your calendar reminds you:{" "}
        <a href="/api/observe/calendar" download className="link">
          add the rounds to it (.ics)
        </a>
        .
      </p>
      {permission === "default" ? (
        <p>
          As long as this page is open in the background, this device can, too:
          <Button
            look="inline"
            className="block"
            onClick={() => void Notification.requestPermission().then(setPermission)}
          >
            Remind me on this device
          </Button>
        </p>
      ) : null}
    </div>
  );
}

async function readReminder(): Promise<Reminder | null> {
  try {
    const answer = await fetch("/api/observe/reminder");
    return answer.ok ? ((await answer.json()) as { reminder: Reminder | null }).reminder : null;
  } catch {
    return null;
  }
}

async function tellSeen(id: string): Promise<void> {
  const body = JSON.stringify({ id });
  await fetch("/api/observe/reminder", { method: "POST", headers: { "content-type": "application/json" }, body }).catch(
    () => {},
  );
}

async function notify({ id, text }: Reminder): Promise<void> {
  if (!("Notification" in window) || Notification.permission !== "granted") return;
  const registration = await navigator.serviceWorker?.getRegistration("/team/observe");
  await registration?.showNotification("Throughline", { body: text, tag: id });
}
