import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FUND_SOURCE_LABELS, FUND_SOURCES } from '@/lib/domain/budget/fund-source.ts';
import type { ClassificationEdition } from '@/lib/domain/classification/edition.ts';
import { bundleForPage } from './bundle.ts';
import type { InventedLine } from './invented-budget.ts';
import type { PeerData } from './page/peer-data.ts';

/** Serves the page of the peer grid over the given lines, at an address of this machine only. */
export async function servePeer(edition: ClassificationEdition, lines: readonly InventedLine[]) {
  const script = await bundleForPage('page/peer.ts');
  const page = pageWith({
    lines,
    functional: [...edition.functional.values()].map(({ code, name }) => [code, name] as const),
    economic: [...edition.economic.values()].map(({ code, name }) => [code, name] as const),
    sources: FUND_SOURCES.map((source) => FUND_SOURCE_LABELS[source].name),
  });
  const server = createServer((request, response) => {
    if (request.url === '/peer.js') {
      response.writeHead(200, {
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'public, max-age=31536000, immutable',
      });
      response.end(script);
    } else if (request.url === '/peer') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
      response.end(page);
    } else response.writeHead(404).end();
  });
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/peer`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function pageWith(data: PeerData): string {
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>AG Grid</title><link rel="icon" href="data:,">',
    '<style>html,body{height:100%;margin:0}#grid{height:100%}.refused{color:#c92a2a;box-shadow:inset 0 0 0 1px}</style>',
    `</head><body><div id="grid"></div><script type="application/json" id="data">${JSON.stringify(data)}</script>`,
    '<script src="/peer.js"></script></body></html>',
  ].join('');
}
