import { beforeNavigate } from '$app/navigation';

/** All pages of other folders are documents: they are loaded, not hydrated. Called while a layout is made. */
export const leaveByLoading = (folder: string): void =>
  beforeNavigate(({ to, willUnload, cancel }) => {
    if (willUnload || to === null || to.route.id?.startsWith(folder)) return;
    cancel();
    location.assign(to.url);
  });
