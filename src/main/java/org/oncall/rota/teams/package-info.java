/** The living rota: edits of teams, drafts made with a team's own history, publishing, who is on call, and the trail of it all. */
@NullMarked
package org.oncall.rota.teams;

import org.jspecify.annotations.NullMarked;
