import { readAdminFile } from '#tools/gateway/admin-file.js';
import { GatewayClient } from '#tools/gateway/gateway-client.js';
import { GatewayRefused } from '#tools/gateway/gateway-refused.js';
import { reachGateway } from '#tools/gateway/reach-gateway.js';
import { Fault } from '#tools/stack/fault.js';
import { isRunning } from '#tools/stack/process-identity.js';
import { readStackFile } from '#tools/stack/stack-file.js';
import { tell } from '#tools/terminal/say.js';
import { Lines, sentence } from '#tools/terminal/sentence.js';
import type { ImportArguments } from './arguments.js';

type Where = Pick<ImportArguments, 'url' | 'dataFolder'>;

/** The named gateway's address, or that of the copy in the data folder, which may be starting. */
export async function findGateway({ url, dataFolder }: Where): Promise<string> {
  const { PORT = '3000' } = process.env;
  const address = url ?? readStackFile(dataFolder)?.gatewayUrl ?? `http://127.0.0.1:${PORT}`;
  if (!URL.canParse(address)) throw new Fault(sentence`PORT ${PORT}: no port. Name the gateway with --url URL.`);
  const isStarting = () => {
    const stack = readStackFile(dataFolder);
    return stack !== undefined && isRunning(stack.supervisor) && (url === undefined || isSame(stack.gatewayUrl, url));
  };
  await reachGateway({ url: address, isStarting, tell: (line) => tell`${new Lines(line)}` });
  return address;
}

/** A client of the gateway, signed in as the admin. @throws Fault that says what to do if that fails. */
export async function openGateway({ code, ...where }: Where & Pick<ImportArguments, 'code'>): Promise<GatewayClient> {
  const url = await findGateway(where);
  const admin = readAdminFile(where.dataFolder);
  const gateway = new GatewayClient(url, (why) => tell`Waiting for the gateway, up to a minute: ${why}`);
  try {
    await gateway.signIn({ ...admin, ...(code !== undefined && { code }) });
    return gateway;
  } catch (error) {
    if (!(error instanceof GatewayRefused)) throw new Fault((error as Error).message);
    throw new Fault(
      `${sentence`The admin of the data folder ${where.dataFolder} cannot sign in at ${url}`}: ${error.message}. ` +
        'Name the data folder of that copy with --data FOLDER.',
    );
  }
}

const isSame = (one: string, other: string) => new URL(one).origin === new URL(other).origin;
