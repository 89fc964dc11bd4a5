/** Reads schedules of PagerDuty from Terraform configuration. */
@NullMarked
package org.oncall.rota.intake.terraform;

import org.jspecify.annotations.NullMarked;
