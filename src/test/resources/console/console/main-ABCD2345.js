document.title = "Started";
