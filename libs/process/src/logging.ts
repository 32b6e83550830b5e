import type { LoggerService } from '@nestjs/common';
import { pino, type Logger, type LoggerOptions } from 'pino';
import { LogDestination, standardOutput } from './log-destination.js';
import { currentContext, hasContext } from '#http/request-context.js';

/** JSON lines on standard output, each with the service and, inside a request, its correlation id and trace. */
export function createLogger(service: string, level: string): Logger {
  const options: LoggerOptions = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    mixin: () => (hasContext() ? { ...currentContext() } : {}),
    redact: ['*.password', '*.token', '*.authorization', '*.email', '*.name', '*.body'],
  };
  return pino(options, new LogDestination(standardOutput(), service));
}

/** Passes Nest's own messages to pino; those of its startup have level debug. */
export function nestLogger(log: Logger): LoggerService {
  const say =
    (level: 'debug' | 'warn' | 'error' | 'fatal' | 'trace') =>
    (message: unknown, ...rest: unknown[]) =>
      log[level]({ detail: rest.map(String) }, message instanceof Error ? message.message : String(message));
  return {
    log: say('debug'),
    warn: say('warn'),
    error: say('error'),
    fatal: say('fatal'),
    debug: say('debug'),
    verbose: say('trace'),
  };
}
