data "grafana_oncall_user" "on_call" {
  for_each = toset(["PBOSS", "Pana", "Pbo"])
  username = each.key
}

resource "grafana_oncall_on_call_shift" "fallback__on-call__primary" {
  name      = "Team: on-call primary fallback"
  type      = "recurrent_event"
  start     = "2027-03-23T12:00:00"
  duration  = 604800
  time_zone = "UTC"
  level     = 0
  frequency = "weekly"
  interval  = 1
  users     = [data.grafana_oncall_user.on_call["PBOSS"].id]
}

resource "grafana_oncall_on_call_shift" "on-call__primary__2027-03-23" {
  name      = "on-call.primary.2027-03-23"
  type      = "single_event"
  start     = "2027-03-23T12:00:00"
  duration  = 774000
  time_zone = "UTC"
  level     = 1
  users     = [data.grafana_oncall_user.on_call["Pana"].id]
}

resource "grafana_oncall_on_call_shift" "on-call__primary__2027-04-02" {
  name      = "on-call.primary.2027-04-02"
  type      = "single_event"
  start     = "2027-04-02T11:00:00"
  duration  = 345600
  time_zone = "UTC"
  level     = 1
  users     = [data.grafana_oncall_user.on_call["Pbo"].id]
}

resource "grafana_oncall_schedule" "on-call__primary" {
  name      = "Team: on-call primary"
  type      = "calendar"
  time_zone = "UTC"
  shifts = [
    grafana_oncall_on_call_shift.fallback__on-call__primary.id,
    grafana_oncall_on_call_shift.on-call__primary__2027-03-23.id,
    grafana_oncall_on_call_shift.on-call__primary__2027-04-02.id,
  ]
}
