# Two schedules, and things beside them that are none.
variable "token" {
  type    = string
  default = "${lower("A")}-{"
}

resource "pagerduty_user" "ana" {
  name  = "Ana"
  email = "ana@example.org"
}

resource "pagerduty_schedule" "primary" {
  name      = "primary"
  time_zone = "Europe/London"
  overflow  = true

  layer {
    name                         = "Nights"
    start                        = "2027-03-15T18:00:00+00:00"
    rotation_virtual_start       = "2027-03-15T18:00:00+00:00"
    rotation_turn_length_seconds = 24 * 3600 // a day
    users                        = [pagerduty_user.ana.id, data.pagerduty_user.bo.id, "${pagerduty_user.team["cy"].id}"]

    restriction {
      type              = "daily_restriction"
      start_time_of_day = "18:00:00"
      duration_seconds  = 54000
    }
  }

  /* Days, twelve hours a turn. */
  layer {
    name                         = "Days"
    start                        = "2027-03-15T09:00:00Z"
    end                          = "2027-03-29T09:00:00Z"
    rotation_virtual_start       = "2027-03-15T09:00:00Z"
    rotation_turn_length_seconds = 43200
    users = [
      "PD", # by id
      "PE",
    ]
    restriction {
      type              = "daily_restriction"
      start_time_of_day = "09:00:00"
      duration_seconds  = 32400
    }
  }
}

locals {
  text = <<-EOT
    resource "pagerduty_schedule" "none" {
  EOT
}
