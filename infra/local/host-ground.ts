import { type AccessLog, openAccessLog } from './access-log.ts';
import type { MovableClock } from './clock.ts';
import { mustNotBeClosed } from './closed-folder.ts';
import { type DataFolder, openDataFolder } from './data-folder.ts';
import { createHostLog, type HostLog } from './host-log.ts';
import { createHttpServer, type HttpServer } from './http-server.ts';
import { type HostClock, openHostClock } from './practice-clock.ts';
import { followRequests } from './request-details.ts';
import { openUsers, type Users } from './users.ts';

/** What a host stands on before anything is started: the folder, the clock, the logs, the door. */
export type Ground = {
  readonly folder: DataFolder;
  readonly hostClock: HostClock;
  readonly users: Users;
  readonly log: HostLog;
  readonly accessLog: AccessLog;
  readonly http: HttpServer;
  readonly url: string;
};

type Options = {
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  readonly clock?: MovableClock | undefined;
  readonly sample: boolean;
  readonly reset: boolean;
  readonly writeLog: (line: string) => void;
};

/** The address under which this machine reaches the desk; it is also the issuer's name in tokens. */
const urlOf = (host: string, port: number): string => {
  const any = host === '0.0.0.0' || host === '::';
  const name = any ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
};

/**
 * Takes the data folder and the port first, so that a second start is refused before it touches anything.
 * @throws HostError
 */
export const takeGround = async (options: Options, stack: AsyncDisposableStack): Promise<Ground> => {
  const folder = openDataFolder({ path: options.dataDir, reset: options.reset, sample: options.sample });
  stack.defer(() => folder.close());
  mustNotBeClosed(folder.path);
  const log = createHostLog(options.writeLog);
  const hostClock = await openHostClock(folder, options.clock);
  const users = openUsers(folder);
  const accessLog = openAccessLog(folder.file('logs/access.log'));
  stack.defer(() => accessLog.close());
  stack.defer(followRequests(accessLog, () => hostClock.clock.now()));
  const http = createHttpServer({ log, accessLog, now: () => hostClock.clock.now() });
  const port = await http.listen(options.host, options.port);
  stack.defer(() => http.close());
  return { folder, hostClock, users, log, accessLog, http, url: urlOf(options.host, port) };
};
