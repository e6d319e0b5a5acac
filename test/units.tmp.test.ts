import { test } from 'vitest';
import { startTestDesk, people } from './support/test-desk.ts';
import { aDraft, anAgency, aSeat, aTransportLine, citizenNo } from './builders/claims.ts';
import { meterUnits, isWrite } from './support/units.ts';
test('units', async () => {
  const desk = await startTestDesk();
  await desk.putFund(1_000_000_000);
  await desk.putOrganisation(anAgency());
  const m = meterUnits(desk.desk.table);
  let next = 2000;
  const size = (v: unknown): number => typeof v === 'string' ? Buffer.byteLength(v) : typeof v === 'number' ? Math.ceil(String(v).length/2)+1 : typeof v === 'boolean' || v === null ? 1 : v instanceof Uint8Array ? v.length : Array.isArray(v) ? 3 + v.reduce((a: number,x)=>a+1+size(x),0) : typeof v === 'object' ? 3 + Object.entries(v as object).reduce((a,[k,x])=>a+1+Buffer.byteLength(k)+size(x),0) : 0;
  const warm = async () => {
    const dump = async (n: string) => { const it = await desk.head(id); const parts = Object.entries(it).map(([k,v])=>[k,Buffer.byteLength(k)+size(v)] as const); console.log('U HEAD', n, parts.reduce((a,[,x])=>a+x,0), parts.sort((a,b)=>b[1]-a[1]).map(([k,x])=>k+':'+x).join(' ')); };
    const citizenId = citizenNo(next++).citizenId;
    await desk.putWorker(citizenId, { seats: [aSeat()] });
    m.begin('draft');
    const id = await desk.file(aDraft('TRANSPORT_SUBSIDY'), [aTransportLine(citizenId)]);
    m.begin('submit+check');
    await desk.submit(id);
    await dump('on notice');
    m.begin('open');
    await desk.advanceDays(14);
    await dump('in approval');
    m.begin('approve');
    await desk.decide(id, people.approver, 'APPROVE');
    await dump('paying');
    m.begin('book');
    await desk.book(id);
  };
  await warm();
  m.consumed.length = 0;
  await warm();
  let sum = 0;
  for (const c of m.consumed) { if (c.step==='draft') continue; if (isWrite(c)) sum += c.units; console.log('U', c.step, c.command, c.units, 'table', c.inTable, JSON.stringify(c.inIndexes), c.items.join(', ')); }
  console.log('U SUM', sum);
  const { ScanCommand } = await import('@aws-sdk/lib-dynamodb');
  const all = (await desk.desk.table.documents.send(new ScanCommand({ TableName: desk.desk.table.name }))).Items ?? [];
  const seen = new Set<string>();
  for (const it of all.reverse()) { const kind = it['pk'].split('#')[0]+'/'+it['sk'].split('#')[0]; if (seen.has(kind)) continue; seen.add(kind); const parts = Object.entries(it).map(([k,v])=>[k,Buffer.byteLength(k)+size(v)] as const); console.log('U ITEM', kind, parts.reduce((a,[,n])=>a+n,0), parts.sort((a,b)=>b[1]-a[1]).slice(0,16).map(([k,n])=>k+':'+n).join(' ')); }
  await desk.stop();
});
