import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { CommandRequest } from '#commands/command-request.js';
import { PSEUDONYM_KEY } from '#commands/nest/tokens.js';
import type { ClientBase } from 'pg';
import { recoveryCodeHash, recoveryCodesOf } from './recovery-codes.js';
import { replaceRecoveryCodes } from './replace-recovery-codes.js';

/** What is stored as the answer of a command that makes recovery codes: enough to make them again, with its key. */
export interface Sheet {
  personId: string;
  batch: string;
}

/** Makes the recovery codes that a command answers with. */
@Injectable()
export class RecoveryCodeSheets {
  constructor(@Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer) {}

  next(personId: string): Sheet {
    return { personId, batch: randomUUID() };
  }

  codesOf({ headers }: CommandRequest, sheet: Sheet): string[] {
    return recoveryCodesOf(this.pseudonymKey, { ...sheet, idempotencyKey: String(headers['idempotency-key']) });
  }

  /** Stores the codes' hashes; those of before are good no more. */
  async store(client: ClientBase, request: CommandRequest, sheet: Sheet): Promise<void> {
    const hashes = this.codesOf(request, sheet).map((code) =>
      recoveryCodeHash(this.pseudonymKey, sheet.personId, code),
    );
    await replaceRecoveryCodes(client, sheet.personId, hashes);
  }
}
