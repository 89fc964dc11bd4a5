# An explicit plan, a layer a turn: the PagerDuty provider has no resource for overrides or custom shifts.
# PagerDuty never deletes a layer, it only ends it: every rota leaves its layers behind. For a rota that changes,
# keep the schedules here and send the plan with: rota push pagerduty

resource "pagerduty_schedule" "on-call__primary" {
  name        = "Team: on-call primary"
  time_zone   = "Europe/London"
  description = "Kept by the on-call rota service."

  layer {
    name                         = "on-call.primary.2027-03-23"
    start                        = "2027-03-23T12:00:00Z"
    end                          = "2027-04-01T11:00:00Z"
    rotation_virtual_start       = "2027-03-23T12:00:00Z"
    rotation_turn_length_seconds = 604800
    users                        = ["Pana"]
  }

  layer {
    name                         = "fallback.2027-04-01T11:00:00Z"
    start                        = "2027-04-01T11:00:00Z"
    end                          = "2027-04-02T11:00:00Z"
    rotation_virtual_start       = "2027-04-01T11:00:00Z"
    rotation_turn_length_seconds = 604800
    users                        = ["PBOSS"]
  }

  layer {
    name                         = "on-call.primary.2027-04-02"
    start                        = "2027-04-02T11:00:00Z"
    end                          = "2027-04-06T11:00:00Z"
    rotation_virtual_start       = "2027-04-02T11:00:00Z"
    rotation_turn_length_seconds = 604800
    users                        = ["Pbo"]
  }

  layer {
    name                         = "fallback"
    start                        = "2027-04-06T11:00:00Z"
    rotation_virtual_start       = "2027-04-06T11:00:00Z"
    rotation_turn_length_seconds = 604800
    users                        = ["PBOSS"]
  }
}
