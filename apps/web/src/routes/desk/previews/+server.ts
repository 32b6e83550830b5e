import { answerPreview } from '#lib/server/desk/answer-preview.js';
import type { RequestHandler } from './$types.js';

export const POST: RequestHandler = async (event) => answerPreview(event);
