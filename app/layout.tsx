import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { themeCookie, themeOf } from "@/components/shell/theme";
import { inter, sourceSerif } from "./fonts";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Throughline", template: "%s · Throughline" },
  description:
    "Whether learning changed what people do at work, whether that moved the business, and what it was worth.",
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = themeOf((await cookies()).get(themeCookie)?.value);
  return (
    <html
      lang="en-GB"
      data-theme={theme === "system" ? undefined : theme}
      className={`${inter.variable} ${sourceSerif.variable}`}
    >
      <body>{children}</body>
    </html>
  );
}
