/** Rotas as Terraform configurations, as far as the providers of PagerDuty and Grafana OnCall can carry a plan. */
@NullMarked
package org.oncall.rota.export.terraform;

import org.jspecify.annotations.NullMarked;
