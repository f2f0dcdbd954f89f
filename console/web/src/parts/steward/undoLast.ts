import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { steward } from '../../api/steward';
import { passedOver, tellDecision, useLastDecision } from '../../steward/lastDecision';

/** Takes back what was decided last in this window, and leads back to its task; to one that was put off, too. */
export function useUndoLast(refused?: (fault: unknown) => void): () => Promise<void> {
  const { t } = useTranslation();
  const last = useLastDecision();
  const navigate = useNavigate();
  const queries = useQueryClient();
  return async () => {
    if (!last || last.said === 'UNDONE') return;
    tellDecision(null);
    try {
      let state = null;
      for (const decision of last.decisions) state = (await steward.undo(decision, t('steward.undo.atOnce'))).state;
      // What was put off is only opened again.
      if (last.decisions.length > 0) tellDecision({ said: 'UNDONE', decisions: [], task: last.task, state, risks: [] });
    } catch (fault) {
      refused?.(fault);
    }
    await queries.invalidateQueries();
    if (last.task !== null) {
      passedOver.delete(last.task);
      navigate({ to: '/tasks/$id', params: { id: String(last.task) } });
    }
  };
}
