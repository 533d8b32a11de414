"""What has to be looked at each month: how old the data are, and whether the addresses that we name are still there."""
