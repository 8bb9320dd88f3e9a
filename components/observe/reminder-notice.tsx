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

/** Asks the browser once for leave to remind outside the page; nothing where it was given or refused. */
export function ReminderSwitch() {
  const [permission, setPermission] = useState<NotificationPermission | null>(null);
  useEffect(() => {
    if ("Notification" in window) setPermission(Notification.permission);
  }, []);
  if (permission !== "default") return null;
  return (
    <p className="text-table text-ink-3">
      <Button look="inline" onClick={() => void Notification.requestPermission().then(setPermission)}>
        Remind me on this device
      </Button>
      <span className="block">Once a week at most, while this page is open in the background.</span>
    </p>
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
