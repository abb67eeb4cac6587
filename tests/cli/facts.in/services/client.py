# pingless: assumes auth.session.length = 60 min owner=@web at="SESSION = (.+)" unit=s
SESSION = 3600
