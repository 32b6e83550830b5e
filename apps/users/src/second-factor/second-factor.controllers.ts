import { BeginSecondFactorController } from '../begin-second-factor/begin-second-factor.controller.js';
import { ConfirmSecondFactorController } from '../confirm-second-factor/confirm-second-factor.controller.js';
import { RemoveSecondFactorOfController } from '../remove-second-factor/remove-second-factor-of.controller.js';
import { RemoveSecondFactorController } from '../remove-second-factor/remove-second-factor.controller.js';
import { RenewRecoveryCodesController } from '../renew-recovery-codes/renew-recovery-codes.controller.js';

/** What an account does about its second factor, and an admin about a lost one. */
export const secondFactorControllers = [
  BeginSecondFactorController,
  ConfirmSecondFactorController,
  RenewRecoveryCodesController,
  RemoveSecondFactorController,
  RemoveSecondFactorOfController,
];
