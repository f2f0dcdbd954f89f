/**
 * The ways to the pages, in the order of the header. An entry is shown when its page is built in and the caller may make
 * the call that it lives on. To add a page: its file in `pages/`, its route in `routes.tsx`, its line here, and its address
 * in `PagesConfiguration` and `roles.yaml`.
 */
import {
  IconActivityHeartbeat,
  IconChartBar,
  IconChartDots3,
  IconChecklist,
  IconGavel,
  IconReportAnalytics,
  IconSearch,
  IconShieldSearch,
  IconUsers,
} from '@tabler/icons-react';
import type { Me } from './api';
import { isThere } from './pagesThere';
import { may } from './session';

export interface Entry {
  to: '/' | '/tasks' | '/approvals' | '/dashboard' | '/pipeline' | '/models' | '/quality' | '/audit' | '/users';
  page: string;
  /** The key of its words. */
  text: string;
  icon: typeof IconSearch;
  /** The call without which the page is of no use, as `roles.yaml` writes it. */
  needs: string;
}

const ENTRIES: Entry[] = [
  { to: '/', page: 'SearchPage', text: 'navigate.search', icon: IconSearch, needs: 'GET /api/v1/search' },
  { to: '/tasks', page: 'TasksPage', text: 'navigate.tasks', icon: IconChecklist, needs: 'GET /api/v1/review-tasks' },
  {
    to: '/approvals',
    page: 'ApprovalsPage',
    text: 'navigate.approvals',
    icon: IconGavel,
    needs: 'POST /api/v1/decisions/{id}/approve',
  },
  {
    to: '/dashboard',
    page: 'DashboardPage',
    text: 'navigate.dashboard',
    icon: IconChartBar,
    needs: 'GET /api/v1/dashboard/{figure}',
  },
  {
    to: '/pipeline',
    page: 'PipelinePage',
    text: 'navigate.pipeline',
    icon: IconActivityHeartbeat,
    needs: 'GET /api/v1/pipeline',
  },
  { to: '/models', page: 'ModelsPage', text: 'navigate.models', icon: IconChartDots3, needs: 'GET /api/v1/models' },
  {
    to: '/quality',
    page: 'QualityPage',
    text: 'navigate.quality',
    icon: IconReportAnalytics,
    needs: 'GET /api/v1/quality',
  },
  { to: '/audit', page: 'AuditPage', text: 'navigate.audit', icon: IconShieldSearch, needs: 'GET /api/v1/audit' },
  { to: '/users', page: 'UsersPage', text: 'navigate.users', icon: IconUsers, needs: 'GET /api/v1/users' },
];

export function entriesFor(me: Me | undefined): Entry[] {
  return ENTRIES.filter((entry) => isThere(entry.page) && may(me, entry.needs));
}
